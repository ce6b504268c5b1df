/** The data folder of `npm run dev` and `npm run studio`, apart from the one of `npm start`. */
export const DEV_FOLDER = './data-dev'
