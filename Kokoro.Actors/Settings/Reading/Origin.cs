namespace Kokoro.Actors.Settings.Reading;

/// <summary>Where a value is written, for messages: a place in a file, a variable or an option.</summary>
/// <param name="Name">The file, the variable or the option.</param>
/// <param name="Line">From 1; 0: not in a file.</param>
/// <param name="Column">From 1; 0: not in a file.</param>
internal readonly record struct Origin(string Name, int Line = 0, int Column = 0)
{
    public bool IsInFile => Line > 0;

    public override string ToString() => IsInFile ? $"{Name}:{Line}:{Column}" : Name;
}
