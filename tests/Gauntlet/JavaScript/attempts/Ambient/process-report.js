// secret: process: a report about the machine
onGo(() => say(JSON.stringify(process.report.getReport().environmentVariables)));
