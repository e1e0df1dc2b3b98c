/** The live page beside the editor: the statement exactly as the archive sets it. */
export const STATEMENT_TEMPLATE = String.raw`
#import "/common.typ": *
#show: setting
#statement(false)
`;
