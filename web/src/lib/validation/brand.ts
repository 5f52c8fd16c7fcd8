declare const brand: unique symbol;

/** A text or number that only the validators of this folder can make: ids and quantities of one
 * kind never pass for another. */
export type Brand<Of, Name extends string> = Of & { readonly [brand]: Name };

/** The value without its brand: what a person typed, which the server has yet to judge. */
export type Entered<T> = T extends `${number}` & { readonly [brand]: string }
  ? string
  : T extends number & { readonly [brand]: string }
    ? number
    : T extends string & { readonly [brand]: string }
      ? string
      : T extends readonly (infer Item)[]
        ? readonly Entered<Item>[]
        : T extends object
          ? { readonly [Field in keyof T]: Entered<T[Field]> }
          : T extends `${number}`
            ? string
            : T;
