export { keepPackages } from './keep-packages.ts';
export { productId } from './product-id.ts';
export { type ReadProduct, readProduct } from './read-product.ts';
