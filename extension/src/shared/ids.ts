/** The ids that follow from the keys in the manifests; the server answers these and no others. */
export const readerId = 'jmfeckioepfffcpkkhjfjlfgiinppnlk';
export const voicesId = 'gdmaoobjipcognodhnbhdcdehlfillpa';
