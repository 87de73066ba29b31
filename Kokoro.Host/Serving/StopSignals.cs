using System.Runtime.InteropServices;

namespace Kokoro.Host.Serving;

/// <summary>Ctrl-C and SIGTERM: the first asks for an orderly end, the second does not wait for it.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];

    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _asked.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_asked.IsCancellationRequested)
            return; // left to its default, which ends the process
        context.Cancel = true;
        _asked.Cancel();
    }
}
