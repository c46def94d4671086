import type { FieldRecord } from '../state/records';

/** Name, guid, type, English and Danish title, and marks: h hidden, r read-only, s sealed, q required. */
type Row = readonly [string, string, string, string, string, string];

const everyList: readonly Row[] = [
  ['ID', '1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'Counter', 'ID', 'ID', 'rs'],
  ['ContentTypeId', '03e45e84-1992-4d42-9116-26f756012634', 'ContentTypeId', 'Content Type ID', 'Id for indholdstype', 'hrs'],
  ['ContentType', 'c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'Computed', 'Content Type', 'Indholdstype', 'r'],
  ['Title', 'fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Text', 'Title', 'Titel', 'q'],
  ['Modified', '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'DateTime', 'Modified', 'Ændret', 'r'],
  ['Created', '8c06beca-0777-48f7-91c7-6da68bc07b69', 'DateTime', 'Created', 'Oprettet', 'r'],
  ['Author', '1df5e554-ec7e-46a6-901d-d85a3881cb18', 'User', 'Created By', 'Oprettet af', 'r'],
  ['Editor', 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'User', 'Modified By', 'Ændret af', 'r'],
  ['_HasCopyDestinations', '26d0756c-986a-48a7-af35-bf18ab85ff4a', 'Boolean', 'Has Copy Destinations', 'Har kopidestinationer', 'hrs'],
  ['_CopySource', '6b4e226d-3d88-4a36-808d-a129bf52bccf', 'Text', 'Copy Source', 'Kopikilde', 'hrs'],
  ['owshiddenversion', 'd4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5', 'Integer', 'owshiddenversion', 'owshiddenversion', 'hrs'],
  ['_UIVersion', '7841bf41-43d0-4434-9f50-a673baef7631', 'Integer', 'UI Version', 'Brugergrænsefladeversion', 'hrs'],
  ['_UIVersionString', 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', 'Text', 'Version', 'Version', 'rs'],
  ['_ModerationStatus', 'fdc3b2ed-5bf2-4835-a4bc-b885f3396a61', 'ModStat', 'Approval Status', 'Godkendelsesstatus', 'hrs'],
  ['_ModerationComments', '34ad21eb-75bd-4544-8c73-0e08330291fe', 'Note', 'Approver Comments', 'Kommentarer fra godkender', 'hrs'],
  ['Edit', '503f1caa-358e-4918-9094-4a2cdc4bc034', 'Computed', 'Edit', 'Rediger', 'r'],
  ['LinkTitleNoMenu', 'bc91a437-52e7-49e1-8c4e-4698904b2b6d', 'Computed', 'Title', 'Titel', 'r'],
  ['LinkTitle', '82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'Computed', 'Title', 'Titel', 'r'],
  ['GUID', 'ae069f25-3ac2-4256-b9c3-15dbc15da0e0', 'Guid', 'GUID', 'GUID', 'hrs'],
  ['FileRef', '94f89715-e097-4e8b-ba79-ea02aa8b7adb', 'Lookup', 'URL Path', 'URL-sti', 'hrs'],
  ['FileDirRef', '56605df6-8fa1-47e4-a04c-5b384d59609f', 'Lookup', 'Path', 'Sti', 'hrs'],
  ['FSObjType', '30bb605f-5bae-48fe-b4e3-1f81d9772af9', 'Lookup', 'Item Type', 'Elementtype', 'hrs'],
  ['PermMask', 'ba3c27ee-4791-4867-8821-ff99000bac98', 'Computed', 'Effective Permissions Mask', 'Effektiv tilladelsesmaske', 'hrs'],
  ['FileLeafRef', '8553196d-ec8d-4564-9861-3dbe931050c8', 'File', 'Name', 'Navn', 'hs'],
  ['UniqueId', '4b7403de-8d94-43e8-9f0f-137a3e298126', 'Lookup', 'Unique Id', 'Entydigt id', 'hrs'],
  ['ScopeId', 'dddd2420-b270-4735-93b5-92b713d0944d', 'Lookup', 'ScopeId', 'ScopeId', 'hrs'],
  ['MetaInfo', '687c7f94-686a-42d3-9b67-2782eac4b4f8', 'Lookup', 'Property Bag', 'Egenskabsgruppe', 'hs'],
  ['_Level', '43bdd51b-3c5b-4e78-90a8-fb2087f71e70', 'Integer', 'Level', 'Niveau', 'hrs'],
  ['_IsCurrentVersion', 'c101c3e7-122d-4d4d-bc34-58e94a38c816', 'Boolean', 'Is Current Version', 'Er aktuel version', 'hrs'],
  ['_ColorTag', 'fd2f4a6f-8d76-4b9f-9e5a-6d1e3c7d2a10', 'Text', 'Color Tag', 'Farvemærke', 'hr'],
  ['ComplianceAssetId', '3a6b296c-3f50-445c-a13f-9c679ea9dda3', 'Text', 'Compliance Asset Id', 'Compliance Asset Id', 'hr'],
  ['File_x0020_Type', '39360f11-34cf-4356-9945-25c44e68dade', 'Text', 'File Type', 'Filtype', 'hr'],
  ['InstanceID', '50a54da4-1528-4e67-954a-e2d24f1e9efb', 'Integer', 'Instance ID', 'Forekomst-id', 'hr'],
  ['Order', 'ca4addac-796f-4b23-b093-d2a3f65c0774', 'Number', 'Order', 'Rækkefølge', 'h'],
  ['WorkflowVersion', 'f1e020bc-ba26-443f-bf2f-b68715017bbc', 'Integer', 'Workflow Version', 'Arbejdsprocesversion', 'hrs'],
  ['WorkflowInstanceID', 'de8beacf-5505-47cd-80a6-aa44e7ffe2f4', 'Guid', 'Workflow Instance ID', 'Id for arbejdsprocesforekomst', 'hr'],
  ['Last_x0020_Modified', '173f76c8-aebd-446a-9bc9-769a2bd2c18f', 'Lookup', 'Modified', 'Ændret', 'hrs'],
  ['Created_x0020_Date', '998b5cff-4a35-47a7-92f3-3914aa6aa4a2', 'Lookup', 'Created', 'Oprettet', 'hrs'],
  ['SortBehavior', '423874f8-c300-4bfb-b7a1-42e2159e3b19', 'Lookup', 'Sort Type', 'Sorteringstype', 'hrs'],
  ['SyncClientId', '6d2c4fde-3605-428e-a236-ce5f3dc2b4d4', 'Lookup', 'Client Id', 'Klient-id', 'hrs'],
  ['ProgId', 'c5c4b81c-f1d9-4b43-a6a2-090df32ebb68', 'Lookup', 'ProgId', 'ProgId', 'hrs'],
  ['ItemChildCount', 'b824e17e-a1b3-426e-aecf-f0184d900485', 'Lookup', 'Item Child Count', 'Antal underelementer', 'rs'],
  ['FolderChildCount', '960ff01f-2b6d-4f1b-9c3f-e19ad8927341', 'Lookup', 'Folder Child Count', 'Antal undermapper', 'rs'],
  ['ServerUrl', '105f76ce-724a-4bba-aece-f81f2fce58f5', 'Computed', 'Server Relative URL', 'Serverrelativ URL-adresse', 'hr'],
  ['EncodedAbsUrl', '7177cfc7-f399-4d4d-905d-37dd51bc90bf', 'Computed', 'Encoded Absolute URL', 'Kodet absolut URL-adresse', 'hr'],
  ['BaseName', '7615464b-559e-4302-b8e2-8f440b913101', 'Computed', 'Name', 'Navn', 'hr']
];

const genericList: readonly Row[] = [
  ['Attachments', '67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', 'Vedhæftede filer', '']
];

const documentLibrary: readonly Row[] = [
  ['LinkFilename', '5cc6dc79-3710-4374-b433-61cb4a686c12', 'Computed', 'Name', 'Navn', 'r'],
  ['LinkFilenameNoMenu', '9d30f126-ba48-446b-b8f9-83745f322ebe', 'Computed', 'Name', 'Navn', 'r'],
  ['DocIcon', '081c6e4c-5c14-4f20-b23e-1a71ceb6a67c', 'Computed', 'Type', 'Type', 'r'],
  ['FileSizeDisplay', '78a07ba4-bda8-4357-9e0f-580d64487583', 'Computed', 'File Size', 'Filstørrelse', 'r'],
  ['CheckoutUser', '3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', 'User', 'Checked Out To', 'Tjekket ud til', 'r']
];

const people: readonly Row[] = [
  ['Name', 'bfc6f32c-668c-43c4-a903-847cca2f9b3c', 'Text', 'Account', 'Konto', 'r'],
  ['EMail', 'fce16b4c-fe53-4793-aaab-b4892e736d15', 'Text', 'Work email', 'Mail (arbejde)', ''],
  ['UserName', '211a8cfc-93b7-4173-9254-0bfc2d1643da', 'Text', 'User name', 'Brugernavn', ''],
  ['JobTitle', 'c4e0f350-52cc-4ede-904c-dd71a3d11f7d', 'Text', 'Job Title', 'Stilling', ''],
  ['Department', '05fdf852-4b64-4096-9b2b-d2a62a86bc59', 'Text', 'Department', 'Afdeling', ''],
  ['SipAddress', '829c275d-8744-4d9b-a42f-53c53cb60559', 'Text', 'SIP Address', 'SIP-adresse', 'r']
];

/** Template of the user information list. */
export const peopleTemplate = 112;

/** The columns a list has from the start; titles are in the language of the web. */
export function builtInFields(baseTemplate: number, baseType: number, localeId: number): FieldRecord[] {
  const isDanish = localeId === 1030;
  const rows = [...everyList, ...(baseType === 1 ? documentLibrary : genericList), ...(baseTemplate === peopleTemplate ? people : [])];
  return rows.map(([internalName, id, type, english, danish, marks]) => ({
    id, internalName, staticName: internalName, type,
    title: isDanish ? danish : english,
    description: '',
    // In a library Title may be left out.
    required: marks.includes('q') && baseType !== 1,
    indexed: false,
    unique: false,
    hidden: marks.includes('h'),
    readOnly: marks.includes('r'),
    sealed: marks.includes('s'),
    fromBaseType: true,
    group: isDanish ? 'Brugerdefinerede kolonner' : 'Custom Columns',
    attributes: {},
    multiple: false
  }));
}
