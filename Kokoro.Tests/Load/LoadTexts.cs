namespace Kokoro.Tests.Load;

/// <summary>Texts of all lengths that are told apart by their first word.</summary>
internal static class LoadTexts
{
    private static readonly string[] Sentences =
    [
        "The kettle is on.",
        "Nobody minded that the boat was late, since the sea was flat and the deck was warm.",
        "First a grey line, then a hill with a white house on it; at last the long stone pier!",
        "Is anybody there?",
        "We carried the bags up the road, past the school, the well and the three old walnut trees, and ate bread with honey until it was dark.",
    ];

    private static readonly string[] Names = ["Anna", "Bert", "Clara", "David", "Emma", "Frank", "Gina", "Henry", "Iris", "James"];

    /// <param name="number">Which text; another number is another text.</param>
    /// <param name="characters">At least so many, and less than a sentence more.</param>
    public static string Of(int number, int characters)
    {
        var text = $"{Names[number % Names.Length]} and {Names[number / Names.Length % Names.Length]} say:";
        for (var i = number; text.Length < characters; i++)
            text += " " + Sentences[i % Sentences.Length];
        return text;
    }

    /// <summary>Long runs from the first one on: 1,500 characters in sentences that nothing divides.</summary>
    public static string WithoutAPause(int number) => string.Join(' ', Enumerable.Repeat(
        $"{Names[number % Names.Length]} and {Names[number / Names.Length % Names.Length]} carried the bags up the road past the school and the well and the three old walnut trees "
        + "and ate bread with honey until it was so dark that nobody minded the boat which was late.",
        6));
}
