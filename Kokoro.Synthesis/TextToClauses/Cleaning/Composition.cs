using System.Collections.Frozen;
using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>
/// Joins a letter and a combining mark to the one letter that espeak-ng knows. A table of its own, because
/// <see cref="string.Normalize()"/> does nothing without culture data. Source: UnicodeData.txt, the canonical decompositions
/// of U+00C0 to U+024F with an ASCII letter as base.
/// </summary>
internal static class Composition
{
    /// <summary>For each mark: pairs of a letter and the letter that it becomes.</summary>
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵ"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūYȲyȳ"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯ"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩjǰHȞhȟ"),
        ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
        ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
        ('\u031B', "OƠoơUƯuư"),
        ('\u0326', "SȘsșTȚtț"),
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Table
        .SelectMany(row => row.Pairs.Chunk(2), (row, pair) => (Key: (pair[0], row.Mark), Letter: pair[1]))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Letter);

    /// <summary>The letter with its mark; the letter alone when there is no such letter.</summary>
    public static char Compose(char letter, Rune mark) =>
        mark.IsBmp && Composed.TryGetValue((letter, (char)mark.Value), out var composed) ? composed : letter;
}
