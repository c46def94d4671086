/**
 * What our overview is measured against: a web part that reads the same two lists by year and month with PnPjs and draws
 * them as one React table with the same columns, a search field and sorting; nothing else. No editing, no errors, no languages.
 */
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { spfi, SPFx } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { createElement, useEffect, useMemo, useState } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';

const columns = ['title', 'responsible', 'progress', 'status', 'nextSteps', 'needs'];

async function read(sp, site) {
  const list = (name) => sp.web.getList(`${site}/Lists/${name}`).items.top(5000);
  const [initiatives, reports] = await Promise.all([
    list('UplInitiatives').select('Id', 'OriginalText', 'Department', 'ChiefRole', 'SortOrder').filter('PlanYear eq \'2025\'')(),
    list('UplStatusReports').select('InitiativeId', 'Progress', 'StatusText', 'NextSteps', 'NeedsCoordination', 'CoordinationText').filter('Period eq \'2025-04\'')()
  ]);
  const reportOf = new Map(reports.map((report) => [report.InitiativeId, report]));
  return initiatives.sort((a, b) => a.SortOrder - b.SortOrder).map((initiative) => {
    const report = reportOf.get(initiative.Id) || {};
    return {
      id: initiative.Id, title: initiative.OriginalText, responsible: `${initiative.Department} ${initiative.ChiefRole}`, progress: report.Progress || '',
      status: report.StatusText || '', nextSteps: report.NextSteps || '', needs: report.NeedsCoordination === 'Ja' ? report.CoordinationText : ''
    };
  });
}

function BareTable({ load }) {
  const [rows, setRows] = useState([]);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState('');
  useEffect(() => { load().then(setRows); }, [load]);
  const shown = useMemo(() => {
    const words = search.toLowerCase();
    const found = rows.filter((row) => words === '' || columns.some((column) => row[column].toLowerCase().includes(words)));
    return sort === '' ? found : [...found].sort((a, b) => a[sort].localeCompare(b[sort], 'da'));
  }, [rows, search, sort]);
  return createElement('div', null,
    createElement('input', { type: 'search', value: search, onChange: (event) => setSearch(event.target.value) }),
    createElement('table', { style: { width: '100%', tableLayout: 'fixed' } },
      createElement('thead', null, createElement('tr', null, columns.map((column) =>
        createElement('th', { key: column }, createElement('button', { type: 'button', onClick: () => setSort(column) }, column))))),
      createElement('tbody', null, shown.map((row) =>
        createElement('tr', { key: row.id, 'data-initiative': row.id }, columns.map((column) => createElement('td', { key: column }, row[column])))))));
}

export default class BareTableWebPart extends BaseClientSideWebPart {
  render() {
    const sp = spfi().using(SPFx(this.context));
    const site = this.context.pageContext.web.serverRelativeUrl;
    this.load = this.load || (() => read(sp, site));
    render(createElement(BareTable, { load: this.load }), this.domElement);
  }

  onDispose() {
    unmountComponentAtNode(this.domElement);
  }
}
