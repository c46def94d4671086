/** A message to be sent by the one who reads it here: nothing is sent by the product. */
export interface Message {
  to: readonly string[];
  subject: string;
  body: string;
  /** The same in fewer words, for links that would otherwise grow too long. */
  shortBody: string;
}

export interface MessageLinks {
  /** Outlook on the web, with the message ready to be sent. */
  outlook: string;
  /** A chat in Teams, with the text in its field. */
  teams: string;
  /** Whatever writes mail on this machine. */
  mailto: string;
}

/**
 * Browsers, Outlook on the web and Windows each end an address somewhere above 2,000 characters, and what lies beyond is
 * lost without a word.
 */
export const longestLink = 2000;

/** Addresses that open the message in each of the places where it can be sent from; the longest text that fits. */
export function messageLinks(message: Message): MessageLinks {
  const { to, subject } = message;
  // Mail wants CRLF (RFC 6068), and a space as %20: a plus sign would be shown as one.
  const lines = (text: string): string => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  const mail = (separator: string): string => to.map(encodeURIComponent).join(separator);
  return {
    outlook: fitting(message, (body) => `https://outlook.office.com/mail/deeplink/compose?to=${mail('%3B')}&subject=${encodeURIComponent(subject)}&body=${lines(body)}`),
    teams: fitting(message, (body) => `https://teams.microsoft.com/l/chat/0/0?users=${mail(',')}&message=${encodeURIComponent(body)}`),
    mailto: fitting(message, (body) => `mailto:${mail(',')}?subject=${encodeURIComponent(subject)}&body=${lines(body)}`)
  };
}

/**
 * The recipients in as many groups as it takes for each group's links to fit, in their order.
 * @param largest the most people that one message may go to
 */
export function recipientGroups(message: Message, largest: number): string[][] {
  const groups: string[][] = [];
  for (const address of message.to) {
    const last = groups[groups.length - 1];
    const grown = last && [...last, address];
    if (grown && grown.length <= largest && Object.values(messageLinks({ ...message, to: grown })).every((link) => link.length <= longestLink)) {
      groups[groups.length - 1] = grown;
    } else {
      groups.push([address]);
    }
  }
  return groups;
}

function fitting(message: Message, link: (body: string) => string): string {
  const whole = link(message.body);
  return whole.length <= longestLink ? whole : link(message.shortBody);
}
