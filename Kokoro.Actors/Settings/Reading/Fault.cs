namespace Kokoro.Actors.Settings.Reading;

/// <param name="Problem">What is wrong, and what to write instead.</param>
internal readonly record struct Fault(Origin Origin, string Problem)
{
    /// <summary>A file's faults in the order of its lines, then those of the environment and of the options as they were found.</summary>
    public static IEnumerable<Fault> InOrder(IEnumerable<Fault> faults) =>
        faults.OrderBy(fault => fault.Origin.IsInFile ? fault.Origin.Line : int.MaxValue).ThenBy(fault => fault.Origin.Column);

    public override string ToString() => $"{Origin}: {Problem}";
}
