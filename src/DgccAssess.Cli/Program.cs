using System.Text;
using DgccAssess.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await DgccCommandLine.RunAsync(args, Console.Out, Console.Error);
