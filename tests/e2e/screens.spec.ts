/** - "screens": the pictures of docs/screens, made by `npm run screens` only */
export {};
