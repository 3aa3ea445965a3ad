// The door of price books.
export {
  METERS,
  priceBookId,
  type Meter,
  type Plan,
  type Price,
  type PriceBook,
  type Tier,
} from "./price-book.ts";
export { CURRENCIES, formatMoney, microsPerMinorUnit, readCurrency, type Currency } from "./currency.ts";
export { DEFAULT_PRICE_BOOK } from "./default-book.ts";
export { PUBLIC_PRICE_BOOKS } from "./public-books.ts";
export { findPriceBook, PRICE_BOOKS } from "./find-book.ts";
export { pricingOf, pricingSettings, type Pricing, type Trial } from "./pricing-settings.ts";
