using System.Collections;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

/// <summary>Inputs for a run that dispose its session in the moment when the run takes them.</summary>
internal sealed class DisposingInput(InferenceSession session) : IReadOnlyCollection<OrtValue>, IDisposable
{
    private readonly OrtValue _speed = OrtValue.CreateTensorValueFromMemory([1f], [1]);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OrtValue[] _before = [];

    public Task Disposed => _disposed.Task;

    public int Count => _before.Length + 1;

    public DisposingInput And(params OrtValue[] before)
    {
        _before = before;
        return this;
    }

    public IEnumerator<OrtValue> GetEnumerator()
    {
        foreach (var value in _before)
            yield return value;
        session.Dispose();
        _disposed.SetResult();
        yield return _speed;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _speed.Dispose();
}
