/** [A] What SharePoint says of a form's values, in the language of the web; a Danish one speaks Danish. */
const english = {
  required: 'You can\'t leave this blank.',
  number: 'You can only enter numbers here.',
  between: (from: string, to: string) => `The value of this field must be between ${from} and ${to}.`,
  atLeast: (from: string) => `The value of this field may not be less than ${from}.`,
  atMost: (to: string) => `The value of this field may not be greater than ${to}.`,
  date: 'You must specify a valid date within the range of 1/1/1900 and 12/31/8900.',
  choice: (value: string) => `The choice ${value} is not one of the choices of this column.`,
  yesNo: 'The value must be yes or no.',
  text: (most: string) => `This field can have no more than ${most} characters.`,
  person: 'The user does not exist or is not unique.',
  lookup: 'The item that the lookup points to does not exist. It may have been deleted by another user.',
  term: 'The data returned from the tagging UI was not formatted correctly.',
  link: 'Enter a valid web address.',
  readOnly: 'The column is read-only.',
  noColumn: (name: string) => `Column '${name}' does not exist. It may have been deleted by another user.`
};

const danish: typeof english = {
  required: 'Dette felt skal udfyldes.',
  number: 'Du kan kun angive tal her.',
  between: (from, to) => `Værdien i dette felt skal være mellem ${from} og ${to}.`,
  atLeast: (from) => `Værdien i dette felt må ikke være mindre end ${from}.`,
  atMost: (to) => `Værdien i dette felt må ikke være større end ${to}.`,
  date: 'Du skal angive en gyldig dato mellem 01-01-1900 og 31-12-8900.',
  choice: (value) => `${value} er ikke et af kolonnens valg.`,
  yesNo: 'Værdien skal være ja eller nej.',
  text: (most) => `Dette felt må højst have ${most} tegn.`,
  person: 'Brugeren findes ikke eller er ikke entydig.',
  lookup: 'Det element, som opslaget peger på, findes ikke. Det er muligvis slettet af en anden bruger.',
  term: 'Termen er ikke skrevet rigtigt.',
  link: 'Angiv en gyldig webadresse.',
  readOnly: 'Kolonnen er skrivebeskyttet.',
  noColumn: (name) => `Kolonnen '${name}' findes ikke. Den er muligvis slettet af en anden bruger.`
};

export type FormMessages = typeof english;

export const messagesOf = (localeId: number): FormMessages => (localeId === 1030 ? danish : english);
