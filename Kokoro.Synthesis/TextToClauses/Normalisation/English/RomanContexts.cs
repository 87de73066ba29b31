namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>What stands before a Roman numeral: parts of a work and kinds of things, or the names of rulers and popes.</summary>
internal static class RomanContexts
{
    public static readonly WordSet Parts = new(
        "chapter part act scene book volume vol section sec article episode type war bowl page pages title appendix figure fig table phase stage "
        + "level grade class category mark season canto verse psalm sonnet symphony group unit lesson tier band factor appendices parts chapters");

    /// <summary>Only these number their pages in small letters.</summary>
    public static readonly WordSet Pages = new("page pages p pp");

    public static readonly WordSet Rulers = new(
        "Henry Elizabeth Louis Charles George Edward James William Richard Mary Philip Ferdinand Francis Frederick Napoleon Nicholas Alexander Catherine "
        + "Peter Ivan Leopold Albert Christian Gustav Harald Haakon Olav Carl Juliana Wilhelm Otto Friedrich Franz Joseph Rudolf Maximilian Ludwig "
        + "Pius Benedict Paul John Gregory Leo Clement Innocent Urban Boniface Julius Sixtus Ramesses Ramses Ptolemy Cleopatra Darius Xerxes Cyrus "
        + "Mehmed Murad Selim Suleiman Robert David Kenneth Alfonso Isabella Pedro Manuel Umberto Emmanuel Constantine Justinian Theodosius "
        + "Michael Basil Victoria Margaret Anne Stephen", ignoresCase: false);
}
