using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>The one place where a status of the native library is looked at.</summary>
internal static unsafe class OrtStatus
{
    /// <param name="status">Null for success; otherwise owned by the caller and released here.</param>
    /// <param name="operation">The function of the table that answered it, for the message.</param>
    /// <exception cref="OnnxRuntimeException">The status is not success.</exception>
    public static void Check(nint status, string operation)
    {
        if (status == 0)
            return;
        var api = OrtLibrary.Api;
        try
        {
            var code = (ErrorCode)api->GetErrorCode(status);
            var words = Marshal.PtrToStringUTF8((nint)api->GetErrorMessage(status));
            throw new OnnxRuntimeException(code, $"{operation}: {words}");
        }
        finally
        {
            api->ReleaseStatus(status);
        }
    }
}
