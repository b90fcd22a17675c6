/** A unit asks for more time: how many working days, and why. Until it is answered the date stands. */
export interface ExtensionAsk {
  workingDays: number;
  reason: string;
  at: string;
}
