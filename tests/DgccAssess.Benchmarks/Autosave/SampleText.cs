namespace DgccAssess.Benchmarks.Autosave;

internal static class SampleText
{
    private const string Analysis =
        "Peraturan Menteri Koordinator Bidang Perekonomian Nomor 12 Tahun 2020 menetapkan arsitektur SPBE untuk seluruh unit kerja, "
        + "termasuk tata kelola, layanan, data, aplikasi, infrastruktur dan keamanan. Pasal 4 sampai dengan pasal 9 memuat kriteria tingkat 3; "
        + "reviu berkala dilakukan setiap tahun dan hasilnya dilaporkan kepada pimpinan.";

    /// <summary>A paragraph as people write it, different for each number.</summary>
    public static string Of(int number) => $"{number}. {Analysis}";
}
