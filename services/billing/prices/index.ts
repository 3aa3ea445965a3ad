// The door of price books.
export { METERS, priceBookId, type Meter, type Price, type PriceBook, type Tier } from "./price-book.ts";
export { DEFAULT_PRICE_BOOK } from "./default-book.ts";
