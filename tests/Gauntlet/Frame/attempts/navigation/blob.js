// vector: blob: document
location.href = URL.createObjectURL(new Blob(["<script>new Image().src='$URL'</scr" + "ipt>"], { type: "text/html" }));
