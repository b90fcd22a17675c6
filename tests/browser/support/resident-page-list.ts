interface AppConfig {
  pages: string[];
}

/** The pages of residents as the app itself lists them, so that a new one is in every walk through them. */
export async function residentPages(): Promise<string[]> {
  // Taro's compiler knows this name; here it only hands the configuration through.
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { default: config } = (await import('../../../src/miniprogram/app.config')) as { default: AppConfig };
  return config.pages;
}
