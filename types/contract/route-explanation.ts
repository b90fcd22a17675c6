import type { RouteNames } from './lead';

/** One decision about where a lead belongs, told to be read. */
export interface RouteAccount {
  names: RouteNames;
  /** Why, one sentence each. */
  reasons: string[];
}

/** Why a lead came where it is: the decision as it was made then, and what would be decided today. */
export interface RouteExplanation {
  /** Told from what was stored then, in the names of then; nothing that changed later changes it. */
  then: RouteAccount;
  /** What staff made of it since; null where the first decision stands. */
  since: string | null;
  /** What the table and the model of today would decide. */
  today: RouteAccount;
  differs: boolean;
  /** What would be otherwise today, one sentence each; never empty. */
  differences: string[];
}
