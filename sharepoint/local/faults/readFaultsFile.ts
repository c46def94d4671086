import * as fs from 'node:fs';
import { BadFaultPlan, type FaultPlan, readFaultPlan } from './rules';

/**
 * Reads a plan of faults from a JSON file.
 * @throws BadFaultPlan naming the file and what is wrong with it
 */
export function readFaultsFile(file: string): FaultPlan {
  if (!fs.existsSync(file)) {
    throw new BadFaultPlan(`The file with faults, ${file}, does not exist.`);
  }
  try {
    return readFaultPlan(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (problem) {
    throw new BadFaultPlan(`${file} cannot be followed: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}
