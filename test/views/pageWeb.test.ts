import { pageWeb } from '../../src/webparts/udmoentningsplan/pageWeb';

const written = {
  webTitle: 'Direktionen', webPermMasks: { High: 432, Low: 1011030767 }, userId: 12, userDisplayName: 'Fagchef, Ejendomme', userLoginName: 'fagchef@example.invalid',
  userEmail: 'fagchef@example.invalid', webTimeZoneData: { Id: 3 }
};

test('what SharePoint wrote into the page is what REST would say of the site', () => {
  expect(pageWeb(written)).toEqual({
    Title: 'Direktionen', EffectiveBasePermissions: { High: 432, Low: 1011030767 }, RegionalSettings: { TimeZone: { Id: 3 } },
    CurrentUser: { Id: 12, Title: 'Fagchef, Ejendomme', LoginName: 'fagchef@example.invalid', Email: 'fagchef@example.invalid' }
  });
});

test('a page that lacks any of it is asked no more: SharePoint is', () => {
  expect(pageWeb(undefined)).toBeUndefined();
  for (const name of ['webTitle', 'webPermMasks', 'userId', 'userDisplayName', 'userLoginName', 'webTimeZoneData']) {
    expect(pageWeb({ ...written, [name]: null })).toBeUndefined();
  }
  expect(pageWeb({ ...written, userEmail: undefined })?.CurrentUser.Email).toBeUndefined();
});
