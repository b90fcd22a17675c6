import type { CSSProperties, ReactNode } from 'react';
import { Image, Input, Text, Textarea, View } from '@tarojs/components';

/*
 * The few elements every page is made of. This file is WeChat's side, on Taro's built-ins;
 * elements.h5.tsx is the browser's, on real HTML, so that buttons are buttons for a screen reader.
 */

export interface BoxProps {
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  /** Spoken instead of the content. */
  label?: string;
  role?:
    'banner' | 'main' | 'alert' | 'status' | 'radiogroup' | 'dialog' | 'list' | 'listitem' | 'img' | 'group';
  /** Where the page scrolls to, and what tests look for. */
  id?: string;
  /** Seen but never read out: a pattern, not words. */
  hidden?: boolean;
}

export interface PressProps {
  className?: string;
  children?: ReactNode;
  onPress: () => void;
  disabled?: boolean;
  label?: string;
  role?: 'button' | 'radio' | 'checkbox' | 'link';
  checked?: boolean;
  /** Where it shows and hides something: whether that is shown. */
  expanded?: boolean;
  id?: string;
}

export interface InputProps {
  id: string;
  className?: string;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  /** The keyboard's own key for "go", on a line that has something to go to. */
  onEnter?: () => void;
  placeholder?: string;
  maxLength: number;
  /** `dashed`: digits with a dash between, as a lead's number is printed. */
  kind?: 'text' | 'phone' | 'digits' | 'dashed';
  label: string;
  disabled?: boolean;
}

export interface OverlayProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A block; announces its label and role where there are any. */
export function Box({ className, style, children, label, role, id, hidden }: BoxProps): ReactNode {
  return (
    <View
      className={`box ${className ?? ''}`}
      style={style}
      id={id}
      aria-label={label}
      aria-role={role}
      aria-hidden={hidden}
    >
      {children}
    </View>
  );
}

/** A run of text inside a block. */
export function Span({ className, children }: { className?: string; children?: ReactNode }): ReactNode {
  return <Text className={className}>{children}</Text>;
}

/** A block that may stand inside something that can be tapped. */
export function Block({ className, children }: { className?: string; children?: ReactNode }): ReactNode {
  return <View className={`block ${className ?? ''}`}>{children}</View>;
}

/** A title; level 1 once a page. */
export function Heading({
  level,
  className,
  children,
}: {
  level: 1 | 2 | 3;
  className?: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <View className={`${className ?? ''} heading-${level}`} aria-role="heading">
      {children}
    </View>
  );
}

/** Anything that answers a tap; a disabled one answers nothing and says so. */
export function Press({
  className,
  children,
  onPress,
  disabled,
  label,
  role = 'button',
  checked,
  expanded,
  id,
}: PressProps): ReactNode {
  return (
    <View
      id={id}
      className={`press ${className ?? ''}`}
      hoverClass={disabled ? 'none' : 'pressed'}
      hoverStayTime={90}
      onClick={disabled ? undefined : onPress}
      aria-role={role}
      aria-label={label}
      aria-checked={checked}
      aria-expanded={expanded}
      aria-disabled={disabled}
    >
      {children}
    </View>
  );
}

/** So far above the keyboard the line one types in stays: the count and a problem below it are seen too. */
const KEYBOARD_GAP = 80;
// WeChat's number keys have no dash, and what holds one may not be shown.
const inputTypes = { text: 'text', phone: 'number', digits: 'number', dashed: 'text' } as const;

/** One line of typing. */
export function TextInput({
  id,
  className,
  value,
  onInput,
  onBlur,
  onEnter,
  placeholder,
  maxLength,
  kind = 'text',
  label,
  disabled,
}: InputProps): ReactNode {
  return (
    <Input
      id={id}
      className={className}
      value={value}
      onInput={(event) => onInput(event.detail.value)}
      onBlur={onBlur}
      onConfirm={onEnter}
      confirmType={onEnter ? 'search' : 'done'}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength}
      cursorSpacing={KEYBOARD_GAP}
      type={inputTypes[kind]}
      disabled={disabled}
      aria-label={label}
    />
  );
}

/** Several lines of typing; grows with the text. */
export function TextBlock({
  id,
  className,
  value,
  onInput,
  onBlur,
  placeholder,
  maxLength,
  label,
  disabled,
}: InputProps): ReactNode {
  return (
    <Textarea
      id={id}
      className={className}
      value={value}
      onInput={(event) => onInput(event.detail.value)}
      onBlur={onBlur}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength}
      cursorSpacing={KEYBOARD_GAP}
      autoHeight
      disableDefaultPadding
      showConfirmBar={false}
      disabled={disabled}
      aria-label={label}
    />
  );
}

/** Something laid over the page; a tap beside it closes it. */
export function Overlay({ label, onClose, children }: OverlayProps): ReactNode {
  return (
    <View className="box">
      <View className="press scrim" onClick={onClose} aria-role="button" aria-label="关闭" />
      <View className="box sheet stack" aria-role="dialog" aria-label={label}>
        {children}
      </View>
    </View>
  );
}

/** A picture cut to fill its box; `whole`: all of it, as high as its width wants. */
export function Picture({
  src,
  className,
  label,
  whole,
}: {
  src: string;
  className?: string;
  label: string;
  whole?: boolean;
}): ReactNode {
  const mode = whole ? 'widthFix' : 'aspectFill';
  return <Image src={src} className={className} mode={mode} showMenuByLongpress={whole} aria-label={label} />;
}
