export function buildFunctions(options?: {
  source?: string;
  target?: string;
  setupTarget?: string;
  say?: (line: string) => void;
}): Promise<void>;
