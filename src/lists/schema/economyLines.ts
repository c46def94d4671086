import { orderBy } from '../caml';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const economyLines: ListSchema = {
  ...placeOf('EconomyLines'),
  description: 'Beløb i 1.000 kr. pr. indsats, mærke og år. Minus er besparelse, plus er udgift. Beløb er til opfølgning og ændrer ikke bevillinger.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'Initiative', title: 'Indsats', type: 'Lookup', required: true, lookup: 'Initiatives' },
    { name: 'BudgetYear', title: 'Budgetår', type: 'Text', required: true, indexed: true },
    { name: 'Mark', title: 'Mærke', type: 'Choice', choices: ['I', 'B'], fillIn: true },
    { name: 'Area', title: 'Område', type: 'Text' },
    { name: 'AmountPlanned', title: 'Forudsat (1.000 kr.)', type: 'Number' },
    { name: 'AmountExpected', title: 'Forventet (1.000 kr.)', type: 'Number' },
    { name: 'AmountRealised', title: 'Realiseret (1.000 kr.)', type: 'Number' },
    { name: 'PriceLevel', title: 'Prisniveau', type: 'Text' },
    clientKey
  ],
  views: [
    { title: 'Alle', fields: ['LinkTitle', 'Initiative', 'BudgetYear', 'Mark', 'AmountPlanned', 'AmountExpected', 'AmountRealised', 'PriceLevel'], query: orderBy({ name: 'BudgetYear' }), rowLimit: pageOfRows }
  ],
  writers: ['finance'], addOnly: false
};
