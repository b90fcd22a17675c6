export interface Counts {
  passed: number;
  failed: number;
  skipped: string[];
}
export interface VitestResults {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}
export const RESULTS: string;
export function countResults(results: VitestResults): Counts;
export function closingLine(counts: Counts): string;
export function runTests(vitestArguments: string[]): Promise<Counts>;
export function reportSkipped(skipped: string[]): void;
