using System.Collections.Generic;
using System.Text;

namespace Akka.Configuration.Hocon;

internal static class HoconPath
{
    /// <summary>Splits <c>a.b."c.d"</c> into a, b and c.d.</summary>
    internal static List<string> Split(string path)
    {
        var elements = new List<string>();
        var element = new StringBuilder();
        var quoted = false;
        foreach (var letter in path)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == '.' && !quoted)
            {
                elements.Add(element.ToString());
                element.Clear();
            }
            else
            {
                element.Append(letter);
            }
        }

        elements.Add(element.ToString());
        return elements;
    }
}
