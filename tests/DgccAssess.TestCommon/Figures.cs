namespace DgccAssess.TestCommon;

/// <summary>A figure a test has counted, for the report of the whole run (infra/test prints them). It decides nothing.</summary>
public static class Figures
{
    public static void Write(string name, string line)
    {
        if (Environment.GetEnvironmentVariable("DGCC_FIGURES") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), line + Environment.NewLine);
    }
}
