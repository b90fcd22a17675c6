import { resolve } from 'node:path';

/** What the plugin uses of Taro's platform object and plugin context; Taro exports no narrower types. */
interface MiniPlatform {
  runtimePath: string | string[];
  template?: { mergeComponents(ctx: unknown, patch: Record<string, Record<string, string>>): void };
}
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void;
}

const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-expanded': '',
};
const components = { View: aria, Text: aria, Button: aria, Image: aria, Input: aria, Textarea: aria };

/**
 * Keeps aria-* on WeChat, where Taro drops every attribute its templates do not know: once in the WXML
 * templates (here), once in the runtime that decides which props are sent (taro-keep-aria-runtime).
 */
export default function keepAria(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, components);
      const current = Array.isArray(platform.runtimePath) ? platform.runtimePath : [platform.runtimePath];
      platform.runtimePath = [...current, resolve(__dirname, 'taro-keep-aria-runtime.ts')];
    },
  });
}
