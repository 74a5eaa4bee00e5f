namespace DgccAssess.Cli;

/// <summary>What scripts may rely on; 1 is an unexpected failure.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line or a file is wrong; every problem stands on its own line of standard error.</summary>
    public const int BadInput = 2;
}
