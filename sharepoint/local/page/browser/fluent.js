// What SharePoint's page has and npm has not: the property pane's internal names, led onto public Fluent v8 and v9.
// Bundled once into temp/page/fluent.js (see fluentBundle.ts); React comes from the page.
import * as v8 from '@fluentui/react';
import * as v9 from '@fluentui/react-components';
import * as tabster from '@fluentui/react-tabster';
import * as griffel from '@griffel/react';
import * as graph from '@microsoft/microsoft-graph-client';
import * as React from 'react';
import * as ReactDOM from 'react-dom';

// Members that only the older Fabric had.
function autobind(_target, key, descriptor) {
  const method = descriptor.value;
  return {
    configurable: true,
    get() {
      const bound = method.bind(this);
      Object.defineProperty(this, key, { value: bound, configurable: true, writable: true });
      return bound;
    }
  };
}

class BaseComponent extends React.Component {
  get _async() {
    this.ownAsync = this.ownAsync || new v8.Async(this);
    return this.ownAsync;
  }

  get _events() {
    this.ownEvents = this.ownEvents || new v8.EventGroup(this);
    return this.ownEvents;
  }

  componentWillUnmount() {
    if (this.ownAsync) {
      this.ownAsync.dispose();
    }
    if (this.ownEvents) {
      this.ownEvents.dispose();
    }
  }
}

const fabric = Object.assign({}, v8, {
  autobind, BaseComponent, workaround_Icon: v8,
  IconType: { default: 0, image: 1, Default: 100000, Image: 100001 }, SpinnerType: { normal: 0, large: 1 }
});
const migration = {
  IconButton: v8.IconButton, PrimaryButton: v8.PrimaryButton, DefaultButton: v8.DefaultButton, ActionButton: v8.ActionButton, CompoundButton: v8.CompoundButton, Button: v8.DefaultButton,
  Label: v8.Label, TooltipHost: v8.TooltipHost,
  render: (element, container, callback) => ReactDOM.render(element, container, callback),
  unmountComponentAtNode: (container) => ReactDOM.unmountComponentAtNode(container)
};
const named = (prefix) => new Proxy({}, { get: (_target, key) => (typeof key === 'string' ? `${prefix}.${key}` : undefined) });
const text = (value) => (value === undefined || value === null ? '' : String(value));
const pages = {
  StringHelper: { format: (pattern, ...values) => text(pattern).replace(/\{(\d+)\}/g, (_match, index) => text(values[index])), getLocaleNumberString: (number) => number.toLocaleString() },
  ReadingMode: { ReadAfterOtherContent: 0, ReadImmediately: 1 }, FAB_TOGGLE_EVT: 'FabToggle', getTimestampForGettyContent: () => '',
  SortableLoader: { GetSortable: () => Promise.reject(new Error('Sorting lists is not available in the local SharePoint.')) },
  SPPagesContentPanelPivot: named('pivot'), SPPagesContentPanelCommandId: named('command'), SPPagesContentPanelQOSScenarios: named('quality'),
  SPPagesContentPanelProviderContext: { getInstance: () => ({ waitForContext: Promise.resolve(), addOnMountListener() {}, addOnUpdateListener: () => () => undefined }) },
  getQOSName: (...names) => names.join('.'), monitorChunkLoad: (_name, promise) => promise,
  _DEFAULT_HEADING_LEVEL: 2, _HeadingLevel: () => ({ fontSize: 20 })
};

// Only telemetry hangs on these two.
function Handler() {}
Handler.prototype.logFailure = function () {};
Handler.serviceKey = { id: 'local:EditModeCustomerPromiseHandler', name: 'local:EditModeCustomerPromiseHandler', defaultCreator: (scope) => new Handler(scope) };
const customerPromise = { _EditModeCustomerPromiseHandler: Handler, _logFailuresForEditCustomerPromise() {} };
const idle = {
  PrefetchDependencyPriority: { high: 'high', low: 'low' }, IdleTaskPriority: { OPTIONAL_HIGH: 1, OPTIONAL_LOW: 2 },
  IdleTaskQueue: { instance: { enqueueTask: (task) => { (window.requestIdleCallback || setTimeout)(() => task.task()); }, removeTask() {} } },
  createPrefetchDependencyQueue: (_id, dependencies) => {
    const run = () => Object.keys(dependencies).forEach((name) => dependencies[name].prefetch());
    return { prefetchByPriority: run, prefetchByPriorityWhenIdle: run, cancelPrefetching() {} };
  }
};

const pick = (...names) => Object.fromEntries(names.map((name) => [name, v8[name]]));

export const bundles = {
  '@ms/office-ui-fabric-react-bundle': fabric,
  '@msinternal/sp-fluentui-v9-utilities-bundle': Object.assign({}, v9, tabster, griffel),
  '@msinternal/sp-fluentui-migration-button-bundle': migration, '@msinternal/sp-fluentui-migration-label-bundle': migration,
  '@msinternal/sp-fluentui-migration-tooltip-bundle': migration, '@msinternal/sp-fluentui-migration-reactdom-render-bundle': migration,
  '@msinternal/sp-pages-content-panel-context': pages, '@msinternal/sp-component-utilities': pages, '@msinternal/odsp-utilities-bundle': pages, '@msinternal/sp-heading-level': pages,
  '@msinternal/sp-edit-customer-promise': customerPromise, '@msinternal/sp-idle-web-task': idle
};
['button', 'menu', 'field', 'infolabel', 'tooltip', 'combobox', 'label'].forEach((part) => { bundles[`@msinternal/sp-fluentui-v9-react-${part}-bundle`] = v9; });

// Fetched by id while the pane is open; the last when a web part asks for a Graph client, which exists and is refused when it is used.
export const deferred = {
  '111fe4c6-f1c2-4325-a129-3526437cba32': pick('Link'), 'b99a20f7-e090-4a32-a841-7866d0be8d59': v9, '4a37fff0-2aea-4df6-b0e4-061644a5c355': pick('Checkbox'),
  '4c7a0268-816b-4ba5-ab33-df85b4bbf18c': pick('TextField'), 'b9fc293f-811a-4b1c-a851-a1fbcb7851bf': pick('Customizer'), 'a86b8f98-2f15-4506-b455-c1e9fe8da1bd': pick('Callout'),
  '7f394f7b-0b39-41b0-89b3-16946caa2f33': pick('ChoiceGroup'), '9f15c0bf-73f0-4365-a7c0-5b2072882dbb': pick('Dropdown'), '7763227c-dff4-4ad6-a8bd-4d6e41c3afd8': pick('FocusTrapZone'),
  'e7b22f8f-a734-4a67-bd3c-667c8ad8fcbc': v9, 'b67b6cf3-ed44-4fad-af6b-3d78f3e35971': pick('SpinButton'), '89b85dbe-f07e-424d-88da-a84f647073e2': v9,
  '89f063a9-3b5f-4ac2-a3ec-b598f37acb89': pick('Spinner'), '215395c1-25f7-42ff-967c-8832aff2ab33': pick('Slider'), '94f059ca-7d9b-46b4-bb97-ec5867cb121a': pick('Stack'),
  '1a47b3e4-a586-4a15-9aa1-b02a2590b1bb': pick('Panel'), '17ce0976-e69a-4355-be84-89b69a74717d': { _Utilities: v8 },
  '32b9363b-09ff-4959-929a-cab2663fb223': graph
};

export const initializeIcons = v8.initializeIcons;
export const createTheme = v8.createTheme;
