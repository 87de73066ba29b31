using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>A native session. It keeps the environment alive, since the native library does not.</summary>
internal sealed unsafe class SessionHandle : SafeHandle
{
    private readonly Lease _environment;

    private SessionHandle(nint session, Lease environment)
        : base(session, ownsHandle: true) => _environment = environment;

    public override bool IsInvalid => handle == 0;

    public static SessionHandle Open(OrtEnv environment, string modelPath, SessionOptions options)
    {
        var path = Utf8.Pinned(modelPath);
        var session = Open(environment, options, nameof(OrtApi.CreateSession), (env, opts, made) =>
            OrtLibrary.Api->CreateSession(env, Utf8.Pointer(path), opts, made));
        GC.KeepAlive(path);
        return session;
    }

    public static SessionHandle Open(OrtEnv environment, byte[] model, SessionOptions options) =>
        Open(environment, options, nameof(OrtApi.CreateSessionFromArray), (env, opts, made) =>
        {
            fixed (byte* bytes = model)
                return OrtLibrary.Api->CreateSessionFromArray(env, bytes, (nuint)model.Length, opts, made);
        });

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseSession(handle);
        _environment.Dispose();
        return true;
    }

    private static SessionHandle Open(OrtEnv environment, SessionOptions options, string operation, Creator create)
    {
        var kept = new Lease(environment);
        try
        {
            using var opts = new Lease(options);
            nint session;
            OrtStatus.Check(create(kept.Pointer, opts.Pointer, &session), operation);
            return new SessionHandle(session, kept);
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    private delegate nint Creator(nint environment, nint options, nint* session);
}
