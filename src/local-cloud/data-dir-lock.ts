import { join } from 'node:path';
import { SqlDatabase } from './engine/sql-database';
import { StorageUnavailable } from './engine/values';

/**
 * Takes the data folder for this process; throws a sentence when another process has it. The lock is the
 * operating system's own, held through an open SQLite transaction, so a killed process never leaves it behind.
 */
export function lockDataDir(dataDir: string): () => void {
  const taken = `数据目录 ${dataDir} 正被另一个本地云使用。请先停止它，或用 DATA_DIR 另选一个目录。`;
  try {
    const database = new SqlDatabase(join(dataDir, 'lock.sqlite'), 'DELETE');
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    throw error instanceof StorageUnavailable ? new Error(taken) : error;
  }
}
