using System.Globalization;
using System.Text;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>Resolves the table's escapes: \n \r \t \\ \[ \] and \uXXXX, which is one UTF-16 code unit.</summary>
internal static class CaseEscapes
{
    private const int HexDigits = 4;

    /// <exception cref="FormatException">An escape that does not exist or is cut off.</exception>
    public static string Resolve(string written)
    {
        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\')
            {
                text.Append(written[at]);
                continue;
            }

            at++;
            text.Append(at == written.Length ? throw new FormatException($"'{written}' ends inside an escape") : written[at] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '\\' or '[' or ']' => written[at],
                'u' => CodeUnit(written, at + 1),
                _ => throw new FormatException($"'\\{written[at]}' is no escape; use \\n \\r \\t \\\\ \\[ \\] or \\uXXXX"),
            });
            if (written[at] == 'u')
                at += HexDigits;
        }

        return text.ToString();
    }

    private static char CodeUnit(string written, int at) =>
        at + HexDigits <= written.Length
        && ushort.TryParse(written.AsSpan(at, HexDigits), NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : throw new FormatException($"\\u in '{written}' needs {HexDigits} hexadecimal digits");
}
