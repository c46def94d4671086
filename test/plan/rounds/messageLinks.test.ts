import * as fc from 'fast-check';
import { longestLink, messageLinks, recipientGroups, type Message } from '../../../src/plan/rounds/messageLinks';

const message: Message = {
  to: ['fagchef-ejendomme@example.invalid'], subject: 'Status på april 2025 – frist 22. april', body: 'Hej\n\nGiv status på "Flådestyring" & co.', shortBody: 'Hej\n\nGiv status.'
};

test('the message as an Outlook, a Teams and a mail address', () => {
  const links = messageLinks(message);
  const outlook = new URL(links.outlook);
  expect([outlook.host, outlook.pathname, outlook.searchParams.get('to'), outlook.searchParams.get('body')]).toEqual([
    'outlook.office.com', '/mail/deeplink/compose', 'fagchef-ejendomme@example.invalid', 'Hej\r\n\r\nGiv status på "Flådestyring" & co.'
  ]);
  const teams = new URL(links.teams);
  expect([teams.host, teams.pathname, teams.searchParams.get('users'), teams.searchParams.get('message')]).toEqual(['teams.microsoft.com', '/l/chat/0/0', message.to[0], message.body]);
  expect(links.mailto).toMatch(/^mailto:fagchef-ejendomme%40example\.invalid\?subject=Status%20p%C3%A5%20april/);
  expect(Object.values(links).join()).not.toMatch(/\+| /);
});

test('several recipients are written as each place wants them', () => {
  const links = messageLinks({ ...message, to: ['a@x.invalid', 'b@x.invalid'] });
  expect(new URL(links.outlook).searchParams.get('to')).toBe('a@x.invalid;b@x.invalid');
  expect(new URL(links.teams).searchParams.get('users')).toBe('a@x.invalid,b@x.invalid');
  expect(links.mailto).toContain('mailto:a%40x.invalid,b%40x.invalid?');
});

test('a text too long for an address is said in fewer words, and only in the places that need it', () => {
  const links = messageLinks({ ...message, body: 'Indsats nummer et. '.repeat(76) });
  expect([links.outlook, links.mailto, links.teams].map((link) => [link.length <= longestLink, decodeURIComponent(link).includes('Indsats nummer et')])).toEqual([[true, false], [true, false], [true, true]]);
});

test('every recipient is in one group, in order, and no link is longer than it may be', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 120 }), fc.integer({ min: 1, max: 60 }), (ids, largest) => {
    const to = ids.map((id) => `fagchef-med-et-langt-navn-${id}@kommune.example.invalid`);
    const groups = recipientGroups({ ...message, to }, largest);
    expect(groups.flat()).toEqual(to);
    for (const group of groups) {
      expect(group.length).toBeLessThanOrEqual(largest);
      expect(Object.values(messageLinks({ ...message, to: group })).every((link) => link.length <= longestLink)).toBe(true);
    }
  }));
});
