import type { Surroundings } from './dateFunctions';
import { finite, functionOf } from './functions';
import type { Expression } from './parse';
import { compareValues, FormulaError, type FormulaValue, notAValue, numberOf, textOf, truthOf } from './values';

/** What a formula is evaluated in. */
export interface FormulaScope extends Surroundings {
  /** The value of a column by the name that the formula gives it. */
  column(name: string): FormulaValue;
}

/** @throws FormulaError where Excel shows #VALUE!, #DIV/0! or #NUM!. */
export function evaluate(expression: Expression, scope: FormulaScope): FormulaValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'column':
      return scope.column(expression.name);
    case 'negation':
      return -numberOf(evaluate(expression.inner, scope));
    case 'percentage':
      return numberOf(evaluate(expression.inner, scope)) / 100;
    case 'operation':
      return operate(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    default:
      return call(expression.name, expression.args, scope);
  }
}

function operate(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (operator) {
    case '+':
      return finite(numberOf(left) + numberOf(right));
    case '-':
      return finite(numberOf(left) - numberOf(right));
    case '*':
      return finite(numberOf(left) * numberOf(right));
    case '/':
      if (numberOf(right) === 0) {
        throw new FormulaError('#DIV/0!');
      }
      return finite(numberOf(left) / numberOf(right));
    case '^':
      return finite(numberOf(left) ** numberOf(right));
    case '&':
      return textOf(left) + textOf(right);
    default:
      return compare(operator, compareValues(left, right));
  }
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function call(name: string, args: readonly Expression[], scope: FormulaScope): FormulaValue {
  switch (name) {
    case 'IF':
      return truthOf(evaluate(args[0], scope)) ? evaluate(args[1], scope) : args[2] === undefined ? false : evaluate(args[2], scope);
    case 'IFERROR':
      return isError(args[0], scope) ? evaluate(args[1], scope) : evaluate(args[0], scope);
    case 'ISERROR':
      return isError(args[0], scope);
    case 'CHOOSE': {
      const chosen = args[Math.floor(numberOf(evaluate(args[0], scope)))];
      if (chosen === undefined || chosen === args[0]) {
        throw notAValue();
      }
      return evaluate(chosen, scope);
    }
    default: {
      const built = functionOf(name);
      if (!built) {
        throw new FormulaError('#NAME?');
      }
      return built.call(args.map((argument) => evaluate(argument, scope)), scope);
    }
  }
}

function isError(expression: Expression, scope: FormulaScope): boolean {
  try {
    evaluate(expression, scope);
    return false;
  } catch (problem) {
    if (problem instanceof FormulaError) {
      return true;
    }
    throw problem;
  }
}
