import type { PaperTemplate } from '../../plan/paperTemplate';

/** The places, as people write them in the template. An unknown one is printed as it stands. */
export const places = ['planår', 'måned', 'mødedato', 'første møde', 'fremlægger', 'deltagere', 'indsatser', 'fokus', 'indkaldte', 'obs'] as const;
export type Place = (typeof places)[number];

/** The phrases of the board paper that the product was built from. */
export const danishTemplate: PaperTemplate = {
  background: [
    'Udmøntningsplan {planår} blev drøftet på direktionens møde den {første møde}. Her besluttede direktionen, at direktionens rolle er at være orienteret om, hvad status er på opgaverne, ' +
      'og om der er noget, der kræver hjælp og koordinering i direktionen for at sikre fortsat fremdrift. De tværgående emner i udmøntningsplanen vil fremover blive præsenteret med månedlig ' +
      'status, og direktører og økonomichef vil lave en opsamling på eventuelle OBS-punkter på direktions- og koncernledelsesniveau.',
    'Udmøntningsplanen har endvidere i sin helhed været til drøftelse og godkendelse i ØK og KB i december, mens fagudvalgene har drøftet og godkendt egen del af udmøntningsplanen på ' +
      'møder i januar/februar.'
  ].join('\n'),
  casePresentation: [
    'Aktuelt fremlægges udmøntningsplanen for direktionen, idet budgetaftalen i år indeholder relativt mange opgaver, og der er bl.a. med baggrund i råderumskataloget tale om en række ' +
      'emner, som går på tværs. Der arbejdes i koncernledelsen med at få disse tæt forbundet og forankret i organisationen og aktivt skabe mere værdi ud i afdelingerne.',
    'Der er pt. følgende tilbagemeldinger på indsatser med særligt behov for, at den tværgående koordination fremhæves (nærmere uddybning fremgår af vedlagte bilag): {indsatser}',
    'Denne drøftelse har til formål at fremhæve direktionens rolle ift. de konkrete tværgående indsatser med behov for tværgående koordination, og hvor der samtidig ønskes en kobling ' +
      'mellem direktionens strategiske indsatser og de tværgående indsatser i udmøntningsplanen.',
    'De tværgående indsatser i udmøntningsplanen er planlagt til løbende drøftelser på direktionens møder i {planår}. Fagcheferne er anmodet om at give status på punkterne, og som ' +
      'udgangspunkt er det direktørerne, som fremfører status for direktionen. Der vil fra gang til gang kunne udvælges et fokusområde til drøftelse eller indkaldes fagchefer til deltagelse ' +
      'under punktet, ligesom der ved vurdering ved direktører og økonomichefen kan fremhæves OBS-punkter til opsamling og eventuel beslutning af initiativer (disse vil fremgå med rødt i bilaget).',
    'Fokusområde på dette møde: {fokus}',
    'Indkaldt til punktet: {indkaldte}',
    'OBS-punkter til drøftelse: {obs}',
    '{deltagere} deltager i punktet.'
  ].join('\n'),
  recommendation: 'Direktionen gennemgår status på strategiske og tværgående indsatser og drøfter eventuelle fremhævede OBS-punkter.'
};

/** The same phrases for those who work in English. */
export const englishTemplate: PaperTemplate = {
  background: [
    'Implementation plan {planår} was discussed by the executive board on {første møde}. The board decided that its role is to be informed of the status of the tasks, and of whether ' +
      'anything needs help or coordination by the board so that progress continues. The cross-cutting subjects of the plan are presented with a monthly status, and directors and the head ' +
      'of finance sum up any OBS points at the levels of the executive board and of corporate management.',
    'The whole plan was discussed and approved by the finance committee and the municipal council in December; the committees approved their own parts in January and February.'
  ].join('\n'),
  casePresentation: [
    'The plan is presented to the executive board because this year’s budget agreement holds relatively many tasks, and because a number of them, among others from the catalogue of budget ' +
      'options, cut across departments. Corporate management works to tie them together and to anchor them in the organisation.',
    'These initiatives have a special need for highlighted cross-cutting coordination (the annex elaborates): {indsatser}',
    'The purpose of the discussion is to highlight the board’s role in these initiatives; a link between the board’s strategic efforts and the cross-cutting initiatives is wanted.',
    'The cross-cutting initiatives are planned for running discussion at the board’s meetings in {planår}. Heads of department have been asked for status, and as a rule the directors present ' +
      'it. From time to time a focus topic can be chosen or heads of department called in for the item, and directors and the head of finance can highlight OBS points for summary and ' +
      'possible decision (these appear in red in the annex).',
    'Focus topic of this meeting: {fokus}',
    'Invited to the item: {indkaldte}',
    'OBS points to discuss: {obs}',
    'Attending the item: {deltagere}'
  ].join('\n'),
  recommendation: 'The executive board reviews the status of strategic and cross-cutting initiatives and discusses any highlighted OBS points.'
};

/** The municipality's own phrases, each empty one filled with the standard phrase. */
export function templateOver(own: PaperTemplate | undefined, standard: PaperTemplate): PaperTemplate {
  return {
    background: own?.background.trim() || standard.background,
    casePresentation: own?.casePresentation.trim() || standard.casePresentation,
    recommendation: own?.recommendation.trim() || standard.recommendation
  };
}
