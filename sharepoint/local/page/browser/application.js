// The page application, in the role of SharePoint's own "sp-pages": starts the page's web parts with Microsoft's manager.
define('6f3b1c52-0d4e-4c58-9d3b-7f1f0a5c9e01_1.0.0', [
  '@microsoft/sp-application-base', '@microsoft/sp-webpart-base', '@microsoft/sp-core-library', '@microsoft/sp-loader', '@microsoft/sp-component-base', 'local-fluent'
], function (applicationBase, webPartBase, coreLibrary, loader, componentBase, fluent) {
  'use strict';
  const page = JSON.parse(document.getElementById('local-page').textContent);
  fluent.initializeIcons(`${location.origin}/_local/fonts/`);

  class LocalPageApplication extends applicationBase.BaseApplication {
    _getPageChromeProvider() {
      return undefined;
    }

    get domElement() {
      return document.getElementById('canvas');
    }

    onLoad() {
      const scope = this.context.serviceScope;
      const manager = webPartBase._ClientSideWebPartManagerFactory.create(new webPartBase._MinimalWebPartHost(scope));
      applyTheme(scope);
      const instances = page.webParts.map((webPart) => ({ webPart, instanceId: webPart.instanceId }));
      const save = document.getElementById('save-page');
      if (save) {
        save.addEventListener('click', () => savePage(manager, instances));
      }
      return Promise.all(instances.map(({ webPart, instanceId }) => this.place(manager, webPart, instanceId))).then(() => {
        document.body.dataset.rendered = 'true';
      });
    }

    place(manager, webPart, instanceId) {
      const manifest = loader.SPComponentLoader.tryGetManifestById(webPart.componentId);
      const element = document.createElement('div');
      element.className = 'CanvasControl';
      if (page.editing) {
        this.domElement.appendChild(editButton(manager, instanceId));
      }
      this.domElement.appendChild(element);
      if (!manifest) {
        element.textContent = page.words.noWebPart.replace('{0}', webPart.componentId);
        return Promise.resolve();
      }
      const entry = manifest.preconfiguredEntries[0];
      // For whoever measures: from here on it is the web part's own time.
      performance.mark('local-page:web-part');
      return manager.loadWebPart({
        domElement: element, instanceId, manifest, displayMode: page.editing ? coreLibrary.DisplayMode.Edit : coreLibrary.DisplayMode.Read, addedFromPersistedData: true,
        webPartData: {
          id: webPart.componentId, instanceId, title: entry.title.default, description: entry.description.default, dataVersion: '1.0',
          properties: Object.assign(JSON.parse(JSON.stringify(entry.properties)), webPart.properties)
        }
      });
    }
  }

  function editButton(manager, instanceId) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'edit-web-part';
    button.textContent = page.words.editWebPart;
    button.addEventListener('click', () => manager.requestPropertyPaneAction(instanceId, 'Open'));
    return button;
  }

  function savePage(manager, instances) {
    const properties = instances.map(({ instanceId }) => {
      const data = manager.serialize(instanceId);
      const found = data && data.values ? Array.from(data.values())[0] : data;
      return found && found.properties ? found.properties : {};
    });
    fetch(page.saveUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(properties) }).then(() => { location.href = page.readUrl; });
  }

  /** A section's background, through the runtime's own ThemeProvider, so that web parts see it as they would in SharePoint. */
  function applyTheme(scope) {
    const provider = scope.consume(componentBase.ThemeProvider.serviceKey);
    const themes = {
      dark: { isInverted: true, palette: { themePrimary: '#6cb8f6', neutralPrimary: '#ffffff', neutralSecondary: '#d0d0d0', white: '#1f1f1f', neutralLighter: '#2d2d2d', neutralLight: '#3b3b3b', neutralQuaternaryAlt: '#3b3b3b' } },
      neutral: { palette: { white: '#faf9f8', neutralLighter: '#edebe9' } }
    };
    const chosen = themes[page.theme];
    if (chosen && provider._setTheme) {
      provider._setTheme(fluent.createTheme(chosen));
      document.body.classList.add(`theme-${page.theme}`);
    }
  }

  return { default: LocalPageApplication };
});
