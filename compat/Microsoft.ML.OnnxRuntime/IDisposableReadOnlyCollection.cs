namespace Microsoft.ML.OnnxRuntime;

/// <summary>Results in the order in which they were asked for; disposing it disposes each of them.</summary>
public interface IDisposableReadOnlyCollection<T> : IReadOnlyCollection<T>, IReadOnlyList<T>, IDisposable
{
}
