/** The one tenant there is. */
export const tenantId = '00000000-0000-4000-b000-000000000020';
