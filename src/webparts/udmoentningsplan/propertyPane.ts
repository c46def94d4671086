import type * as pane from '@microsoft/sp-property-pane';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'UdmoentningsplanStrings';
import { planViews } from '../../views/app/planViews';
import { isUsableSiteUrl } from './createServices';

/** Microsoft's module of fields for the pane. */
export type PropertyPane = typeof pane;

/** The component id of `@microsoft/sp-property-pane`, as its own manifest has it. */
export const propertyPaneId = 'f9e737b7-f0df-4597-ba8c-3060f82380db';

/** The view that the page opens with, the plan year, and the site that holds the lists. */
export function planPropertyPane({ PropertyPaneDropdown, PropertyPaneTextField }: PropertyPane, view: string): IPropertyPaneConfiguration {
  return {
    pages: [
      {
        header: { description: strings['pane.description'] },
        groups: [
          {
            groupFields: [
              PropertyPaneDropdown('view', { label: strings['pane.view'], options: planViews.map(({ id, label }) => ({ key: id, text: strings[label] })), selectedKey: view || 'overview' }),
              PropertyPaneTextField('planYear', {
                label: strings['pane.planYear'], description: strings['pane.planYear.help'], deferredValidationTime: 400,
                onGetErrorMessage: (value) => (value === '' || /^\d{4}$/.test(value) ? '' : strings['pane.planYear.wrong'])
              }),
              PropertyPaneTextField('siteUrl', {
                label: strings['pane.siteUrl'], description: strings['pane.siteUrl.help'], deferredValidationTime: 400,
                onGetErrorMessage: (value) => (value === '' || isUsableSiteUrl(value) ? '' : strings['problem.siteUrl.help'])
              })
            ]
          }
        ]
      }
    ]
  };
}
