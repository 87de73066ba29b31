namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Which rows of capitals are spelled and which are read.</summary>
internal static class Acronyms
{
    /// <summary>Longer ones are words.</summary>
    public const int Longest = 5;

    private const int LongestSpelled = 3;

    /// <summary>Common words that are written in capitals to stress them. Not WHO and US, which mean something else then.</summary>
    private static readonly WordSet CommonWords = new(
        "ALL AM AN AND ANY ARE AS ASK AT BAD BE BIG BUT BUY BY CAN DAY DID DO END FAR FEW FOR FUN GET GO GOT HAD HAS HE HER HEY HIM HIS HOT HOW IF IN "
        + "IS IT ITS LET LOT MAN MAY ME MY NEW NO NOR NOT NOW OF OFF OH OLD ON ONE OR OUR OUT OWN PER PUT RED RUN SAD SAY SEE SET SHE SO THE TO TOO "
        + "TOP TRY TWO UP USE VIA WAS WAY WE WHY WIN YES YET YOU", ignoresCase: false);

    /// <summary>Short ones that are read as words.</summary>
    private static readonly WordSet Read = new("CAD DOS GIF LAN PIN RAM ROM SIM WAN ZIP", ignoresCase: false);

    /// <summary>Ones with a vowel that are spelled all the same.</summary>
    private static readonly WordSet Spelled = new(
        "AARP ACLU AIIB ASAP BSOD EEOC ESPN FAQS HDMI IEEE IETF IIRC IMDB IMHO IPCC IPTV ISBN ISSN LAPD LGBTQ MCMC NAACP NCAA OECD "
        + "OLED RSVP UCLA UEFI UHF UNHCR USAF USDA USMC USPS USSR UTF YMCA YWCA", ignoresCase: false);

    /// <param name="letters">Two to five capitals.</param>
    public static bool IsSpelled(ReadOnlySpan<char> letters)
    {
        if (letters.Length <= LongestSpelled)
            return !CommonWords.Contains(letters) && !Read.Contains(letters);
        return !letters.ContainsAny("AEIOU") || Spelled.Contains(letters);
    }
}
