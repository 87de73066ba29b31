using System.Reflection;

namespace Kokoro.Tests;

/// <summary>The folder that the tests were built from. Its pages and settings are read as they are now, not as they were when that was done.</summary>
internal static class Checkout
{
    /// <summary>Of the project of the tests.</summary>
    public static string Tests { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "ProjectFolder").Value!;

    /// <param name="path">From the folder of `./kokoro`.</param>
    public static string File(params string[] path) => Path.GetFullPath(Path.Combine([Tests, "..", .. path]));
}
