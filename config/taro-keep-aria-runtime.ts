import { mergeInternalComponents } from '@tarojs/shared';

const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-expanded': '',
};

mergeInternalComponents({ View: aria, Text: aria, Button: aria, Image: aria, Input: aria, Textarea: aria });
