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
import { startSession, type PlanSession } from '../../views/app/session';
import { createServices, isUsableSiteUrl } from './createServices';
import { pageDigest } from './pageDigest';
import { pageWeb } from './pageWeb';
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
  private plan: { key: string; session: PlanSession } | undefined;

  public render(): void {
    const content = this.hasUsableSite()
      ? React.createElement(App, { key: this.planKey(), session: this.session(), theme: planTheme(this.theme) })
      : React.createElement(ProblemScreen, { title: strings['problem.siteUrl.title'], help: strings['problem.siteUrl.help'], onRetry: () => this.render() });
    ReactDom.render(content, this.domElement);
  }

  protected async onInit(): Promise<void> {
    if (this.hasUsableSite()) {
      // The questions leave before anything is drawn; the page is made ready while the answers are on their way.
      this.session();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
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

  private hasUsableSite(): boolean {
    const { siteUrl } = this.properties;
    return !siteUrl || isUsableSiteUrl(siteUrl);
  }

  /** Other lists are another plan: then everything is loaded anew. */
  private planKey(): string {
    return `${this.properties.siteUrl}|${this.properties.planYear}|${this.properties.view}`;
  }

  private session(): PlanSession {
    const key = this.planKey();
    if (this.plan?.key !== key) {
      const { legacyPageContext, web } = this.context.pageContext;
      const siteUrl = this.properties.siteUrl || web.absoluteUrl;
      const own = siteUrl === web.absoluteUrl;
      const services = createServices({
        siteUrl, planYear: this.properties.planYear, openWith: this.properties.view, version: this.manifest.version,
        digest: own ? pageDigest(legacyPageContext) : undefined, web: own ? pageWeb(legacyPageContext) : undefined
      });
      this.plan = { key, session: startSession(services) };
    }
    return this.plan.session;
  }
}
