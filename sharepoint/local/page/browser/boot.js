// Starts Microsoft's loader with the page's context, which stands in the document as data.
(function () {
  'use strict';
  const page = JSON.parse(document.getElementById('local-page').textContent);
  window.FabricConfig = { fontBaseUrl: '', iconBaseUrl: `${location.origin}/_local/fonts/` };
  window._spPageContextInfo = page.context.spPageContextInfo;
  window.__spClientSidePageContext = page.context;
  spModuleLoader._isTelemetryDisabled = true;
  const failed = (error) => {
    document.body.dataset.failed = String((error && error.stack) || error);
    console.error('The page could not start.', error);
  };
  window.moduleLoaderPromise = spModuleLoader.start(page.context, failed);
  window.moduleLoaderPromise.catch(failed);
})();
