/** pptxgenjs loads it to fetch pictures from the web. Nothing is fetched: our slides name none. */
export default {}
