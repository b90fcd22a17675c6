/** As much of a drawing context as is drawn with; WeChat and browsers have the same. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font' | 'textAlign' | 'fillRect' | 'strokeRect' | 'fillText'
> & { measureText: (text: string) => { width: number } };

export interface PictureTools {
  /** What the button says that keeps it. */
  keepWords: string;
  /** Paints a picture; an address under which it can be shown. Rejects where the device cannot draw. */
  draw: (size: { width: number; height: number }, paint: (pen: Pen) => void) => Promise<string>;
  /** Keeps it on the device; false when the person or the device said no. */
  keep: (address: string, name: string) => Promise<boolean>;
}
