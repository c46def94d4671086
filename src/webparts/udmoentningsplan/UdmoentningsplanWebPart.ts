import { ThemeProvider, type IReadonlyTheme, type ThemeChangedEventArgs } from '@microsoft/sp-component-base';
import { Version } from '@microsoft/sp-core-library';
import { SPComponentLoader } from '@microsoft/sp-loader';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'UdmoentningsplanStrings';
import { App } from '../../views/app/App';
import { ProblemScreen } from '../../views/app/ProblemScreen';
import type { PlanServices } from '../../views/shared/services';
import { createServices, isUsableSiteUrl } from './createServices';
import { pageDigest } from './pageDigest';
import { planTheme } from './planTheme';
import { planPropertyPane, propertyPaneId, type PropertyPane } from './propertyPane';

export interface UdmoentningsplanProperties {
  /** One of `planViewIds`. */
  view: string;
  /** Empty: the newest plan. */
  planYear: string;
  /** Absolute address of the site that holds the lists; empty: the page's own. */
  siteUrl: string;
}

/** The shell: it knows the page, hands the adapters to the views and does nothing else. */
export default class UdmoentningsplanWebPart extends BaseClientSideWebPart<UdmoentningsplanProperties> {
  private theme: IReadonlyTheme | undefined;
  private themeProvider: ThemeProvider | undefined;
  private pane: PropertyPane | undefined;
  private services: { key: string; services: PlanServices } | undefined;

  public render(): void {
    const { siteUrl } = this.properties;
    const content = siteUrl && !isUsableSiteUrl(siteUrl)
      ? React.createElement(ProblemScreen, { title: strings['problem.siteUrl.title'], help: strings['problem.siteUrl.help'], onRetry: () => this.render() })
      : React.createElement(App, { key: this.servicesKey(), services: this.planServices(), theme: planTheme(this.theme) });
    ReactDom.render(content, this.domElement);
  }

  protected async onInit(): Promise<void> {
    await super.onInit();
    this.themeProvider = this.context.serviceScope.consume(ThemeProvider.serviceKey);
    this.theme = this.themeProvider.tryGetTheme();
    this.themeProvider.themeChangedEvent.add(this, this.onThemeVariant);
  }

  protected onDispose(): void {
    this.themeProvider?.themeChangedEvent.remove(this, this.onThemeVariant);
    ReactDom.unmountComponentAtNode(this.domElement);
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  /** The pane is for whoever edits the page: everybody else is spared its scripts, and sees the plan sooner. */
  protected async loadPropertyPaneResources(): Promise<void> {
    this.pane = await SPComponentLoader.loadComponentById<PropertyPane>(propertyPaneId);
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return this.pane ? planPropertyPane(this.pane, this.properties.view) : { pages: [] };
  }

  private onThemeVariant(args: ThemeChangedEventArgs): void {
    this.theme = args.theme;
    this.render();
  }

  /** Other lists are another plan: then everything is loaded anew. */
  private servicesKey(): string {
    return `${this.properties.siteUrl}|${this.properties.planYear}|${this.properties.view}`;
  }

  private planServices(): PlanServices {
    const key = this.servicesKey();
    if (this.services?.key !== key) {
      const { legacyPageContext, web } = this.context.pageContext;
      const siteUrl = this.properties.siteUrl || web.absoluteUrl;
      const services = createServices({
        siteUrl, planYear: this.properties.planYear, openWith: this.properties.view, version: this.manifest.version,
        digest: siteUrl === web.absoluteUrl ? pageDigest(legacyPageContext) : undefined
      });
      this.services = { key, services };
    }
    return this.services.services;
  }
}
