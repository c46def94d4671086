import type { Problem } from '../../plan/problem';
import { text } from './texts';

/** What happened, what is kept and what to do, for something that could not be read. */
export function readProblemText(problem: Problem): { title: string; help: string } {
  switch (problem.kind) {
    case 'forbidden':
      return { title: text('problem.forbidden.title'), help: text('problem.forbidden.help') };
    case 'signedOut':
      return { title: text('problem.signedOut.title'), help: text('problem.signedOut.help') };
    case 'throttled':
      return { title: text('problem.throttled.title'), help: text('problem.throttled.help') };
    case 'offline':
      return { title: text('problem.offline.title'), help: text('problem.offline.help') };
    case 'tooLarge':
      return { title: text('problem.tooLarge.title'), help: text('problem.tooLarge.help') };
    case 'listsMissing':
      return { title: text('err.setup'), help: text(problem.mayCreate ? 'problem.listsMissing.owner' : 'problem.listsMissing.others') };
    case 'unreadable':
      return { title: text('problem.unreadable.title'), help: text('problem.unreadable.help', problem.column, problem.list) };
    case 'notFound':
      return { title: text('problem.notFound.title'), help: text('problem.notFound.help') };
    case 'locked':
      return { title: text('problem.locked.title'), help: text('problem.locked.help') };
    case 'wrongColumn':
      return { title: text('problem.wrongColumn.title', problem.column, problem.list), help: text('problem.wrongColumn.help', problem.found, problem.wanted) };
    case 'titleTaken':
      return { title: text('problem.titleTaken.title', problem.title), help: text('problem.titleTaken.help') };
    case 'newerLists':
      return { title: text('problem.newerLists.title'), help: text('problem.newerLists.help', problem.found, problem.known) };
    default:
      return { title: text('problem.unexpected.title'), help: text('problem.unexpected.help', problem.message) };
  }
}

/** The same for something that could not be saved: the text is still there. */
export function writeProblemText(problem: Problem): string {
  switch (problem.kind) {
    case 'forbidden':
      return text('save.forbidden');
    case 'signedOut':
      return text('save.signedOut');
    case 'throttled':
      return text('save.throttled', problem.seconds);
    case 'offline':
      return text('err.network');
    case 'notFound':
      return text('save.notFound');
    case 'locked':
      return text('save.locked');
    default:
      return text('save.unexpected', readProblemText(problem).help);
  }
}
